import { CodedError } from '../../kernel/errors.ts';
import { UsageError } from './arguments.ts';

/** Runs a command that gives its exit code: 0 all well, 1 refused; 2 where it could not be run, said in one sentence. */
export async function runCommand(run: () => Promise<0 | 1>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const isOurs = error instanceof UsageError || error instanceof CodedError;
    console.error(isOurs ? error.message : error);
    process.exitCode = 2;
  }
}
