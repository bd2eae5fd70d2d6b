/** Why a subgraph could not be made use of. For the log alone: it may hold addresses and what the subgraph sent. */
export class SubgraphFault extends Error {
  override readonly name = 'SubgraphFault';
  readonly kind: 'UNREACHABLE' | 'TIMEOUT' | 'CALLER_GONE' | 'NONSENSE';

  constructor(kind: SubgraphFault['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
