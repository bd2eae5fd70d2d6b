import cliProgress from 'cli-progress';
import type { ImportProgress } from '../../kernel/sheets/import-file.ts';
import type { Bilingual } from '../../kernel/vocabulary.ts';

export interface ProgressBar {
  show(progress: ImportProgress): void;
  stop(): void;
}

const words: Readonly<Record<ImportProgress['phase'], Bilingual>> = {
  CHECKING: { vi: 'Kiểm tra', en: 'Checking' },
  SAVING: { vi: 'Ghi nháp', en: 'Saving  ' },
};

/** A bar on a terminal; elsewhere nothing, so that no log fills with it. */
export function progressBar(
  language: keyof Bilingual,
  stream: NodeJS.WriteStream = process.stderr,
): ProgressBar {
  if (!stream.isTTY) return { show: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar(
    { format: '{phase} [{bar}] {percentage}%', stream, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  let phase: ImportProgress['phase'] | null = null;
  return {
    show(progress) {
      const shown = { phase: words[progress.phase][language] };
      if (progress.phase !== phase) {
        if (phase !== null) bar.stop();
        bar.start(Math.max(progress.of, 1), 0, shown);
        phase = progress.phase;
      }
      bar.update(progress.done, shown);
    },
    stop() {
      if (phase !== null) bar.stop();
    },
  };
}
