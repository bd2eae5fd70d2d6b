import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CodedError } from '../../errors.ts';
import { damaged } from './open-package.ts';

export interface XmlHandlers {
  /** @param name without the prefix of its namespace. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** What the parser holds until a tag ends: no cell that is taken comes near it. */
const LONGEST_RUN = 1_000_000;

/** An XML reader that is fed piece by piece. Refuses (UPLOAD_UNREADABLE) what is not well-formed, and any DTD. */
export interface XmlFeed {
  write(chunk: Buffer): void;
  end(): void;
}

export function xmlFeed(handlers: XmlHandlers): XmlFeed {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let run = 0;
  parser.on('error', (error) => {
    throw damaged(`its XML is broken (${error.message})`);
  });
  // Entities that a DTD defines are how a small text becomes a large one.
  parser.on('doctype', () => {
    throw damaged('its XML has a document type');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    run = 0;
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    run = 0;
    handlers.close(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  const decode = (chunk?: Buffer) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw damaged('its XML is not in UTF-8');
    }
  };
  return {
    write(chunk) {
      run += chunk.length;
      if (run > LONGEST_RUN)
        throw new CodedError('UPLOAD_TEXT_TOO_LONG', 'A text of the workbook is longer than is taken.');
      parser.write(decode(chunk));
    },
    end() {
      parser.write(decode()).close();
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads a whole part through `handlers`. */
export async function readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const feed = xmlFeed(handlers);
  for await (const chunk of chunks) feed.write(chunk);
  feed.end();
}
