/** The thread in which supergraphs are tried: see trials.ts. */
import { parentPort } from 'node:worker_threads';
import { type SupergraphInQuestion, trySupergraph } from './try-supergraph.ts';

const port = parentPort;
if (port === null) throw new Error('must be started as a worker');
port.on('message', (question: SupergraphInQuestion) => port.postMessage(trySupergraph(question)));
