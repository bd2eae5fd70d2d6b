/**
 * Keeps the gateway from sending measurements to Apollo, which it does by itself. There is no other switch than this variable, read
 * when a gateway is constructed. What Apollo Server would report is switched off by kernel/http/no-reporting.ts.
 */
export function forbidTelemetry(): void {
  // eslint-disable-next-line no-restricted-properties -- written for a library, not read
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
