import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

/**
 * What a browser sees at GET /graphql: Apollo Sandbox in development, which the browser loads from Apollo's site and
 * which reports nothing there; nothing in production. For closed networks the page points to /explorer.
 */
export function landingPage(shown: boolean): ApolloServerPlugin {
  if (!shown) return ApolloServerPluginLandingPageDisabled();
  const sandbox = ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false } });
  return {
    async serverWillStart(service) {
      const page = await (await sandbox.serverWillStart?.(service))?.renderLandingPage?.();
      if (page === undefined) throw new Error('this version of Apollo Server has no page of Sandbox');
      const { html } = page;
      return {
        renderLandingPage: async () => ({
          html: async () => withHint(typeof html === 'string' ? html : await html()),
        }),
      };
    },
  };
}

/**
 * Apollo's page with a way to /explorer in the part that it shows until Sandbox has come, which covers it then. Until then the empty
 * place of Sandbox lies over it all the same, and would take the clicks.
 */
function withHint(page: string): string {
  const end = page.indexOf('</div>', page.indexOf('class="fallback"'));
  const nonce = /<style nonce=(\w+)>/u.exec(page)?.[1];
  if (end === -1 || nonce === undefined) return page;
  const hint = `<p>On a network without the outside, use the <a href="/explorer">explorer from our own files</a>.</p>
<style nonce=${nonce}>#embeddableSandbox:empty { display: none; }</style>`;
  return page.slice(0, end) + hint + page.slice(end);
}
