/** The process in which supergraphs are tried: see trials.ts. It ends with the one that started it. */
import { type SupergraphInQuestion, trySupergraph } from './try-supergraph.ts';

process.on('message', (question: SupergraphInQuestion) => process.send?.(trySupergraph(question)));
process.on('disconnect', () => process.exit(0));
// A Ctrl-C of the terminal is for the gateway, which ends this one.
process.on('SIGINT', () => {});
