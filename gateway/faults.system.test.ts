import { describe } from 'vitest';
import { faultSuite } from '../tests/fault-suite.ts';
import { startFederation } from '../tests/federation.ts';

describe('a fault of a subgraph, made up ones behind the gateway', () => {
  faultSuite(() => startFederation());
});
