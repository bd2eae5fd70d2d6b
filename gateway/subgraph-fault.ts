/** Why a subgraph could not be made use of. For the log alone: it may hold addresses and what the subgraph sent. */
export class SubgraphFault extends Error {
  override readonly name = 'SubgraphFault';
  readonly kind: 'UNREACHABLE' | 'TIMEOUT' | 'CALLER_GONE' | 'NONSENSE' | 'UNAUTHENTICATED';
  /** Whether the subgraph surely did nothing of what was asked. */
  readonly nothingDone: boolean;

  constructor(
    kind: SubgraphFault['kind'],
    message: string,
    { cause, nothingDone = false }: { readonly cause?: unknown; readonly nothingDone?: boolean } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.nothingDone = nothingDone;
  }
}
