import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

/**
 * What a browser sees at GET /graphql: Apollo Sandbox in development, which the browser loads from Apollo's site and
 * which reports nothing there; nothing in production. For closed networks there is /explorer.
 */
export function landingPage(shown: boolean): ApolloServerPlugin {
  if (!shown) return ApolloServerPluginLandingPageDisabled();
  return ApolloServerPluginLandingPageLocalDefault({
    embed: { runTelemetry: false },
  });
}
