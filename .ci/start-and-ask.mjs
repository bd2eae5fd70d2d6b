// Runs `npm start` here as a new user would: waits for the first query's answer, presses Ctrl-C, and does so twice: the second
// start answers the same from disk. Exits 1 where anything is not so.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const query =
  '{ briefing(period: "2020-07") { period telecom { mobileRevenue { value citation { sentence } } } office { meeting { heldOn } } } }';

async function ask() {
  const response = await fetch('http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

async function startAskStop() {
  const began = Date.now();
  const npm = spawn('npm', ['start'], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let output = '';
  npm.stdout.on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const exit = new Promise((resolve) => npm.once('close', resolve));
  while (!output.includes('The graph is ready')) {
    if (npm.exitCode !== null || Date.now() - began > 300_000)
      throw new Error('npm start did not become ready');
    await pause(100);
  }
  const answer = await ask();
  console.log(`answered after ${((Date.now() - began) / 1000).toFixed(1)} s: ${answer}`);
  // Ctrl-C reaches the whole group of the terminal.
  process.kill(-npm.pid, 'SIGINT');
  const code = await exit;
  if (!output.includes('Stopped.')) throw new Error(`npm start did not stop cleanly (exit code ${code})`);
  return answer;
}

const first = await startAskStop();
const second = await startAskStop();
if (first !== second) throw new Error('the second start answers another thing');
if (!first.includes('"value":"7390000000000"') || first.includes('errors'))
  throw new Error('the answer is not right');
