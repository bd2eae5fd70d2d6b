import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

/** Stands beneath what Apollo's page says where Sandbox cannot be loaded, and is covered by Sandbox where it can. */
const hint = `<p>On a network without the outside, use the <a href="/explorer">explorer from our own files</a>.</p>
</div>`;

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

/** The hint goes into the part that Apollo's page shows until Sandbox has come. */
function withHint(page: string): string {
  const end = page.indexOf('</div>', page.indexOf('class="fallback"'));
  return end === -1 ? page : page.slice(0, end) + hint + page.slice(end + '</div>'.length);
}
