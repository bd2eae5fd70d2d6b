import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

/**
 * Keeps the gateway from reporting to Apollo, whatever stands in the environment: by itself it sends measurements, and
 * with a key also the graph and its use. The first has no other switch than this variable, read when it is constructed.
 */
export function forbidTelemetry(): void {
  // eslint-disable-next-line no-restricted-properties -- written for a library, not read
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}

export function noReporting(): readonly ApolloServerPlugin[] {
  return [ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled()];
}
