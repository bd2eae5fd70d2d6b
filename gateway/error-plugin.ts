import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './gateway-context.ts';

/** Writes what really went wrong to the log, and under an error of ours in the answer the id it is found by there. */
export function errorPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            const { code } = error.extensions;
            if (code === undefined) contextValue.log.error({ err: error }, 'a request met an error of ours');
          }
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single') return;
          for (const { extensions } of body.singleResult.errors ?? [])
            if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR')
              extensions['requestId'] = contextValue.requestId;
        },
      };
    },
  };
}
