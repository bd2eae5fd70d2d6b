import type { Environment } from '../../kernel/environment.ts';
import { CodedError } from '../../kernel/errors.ts';
import { findRunningDeployment } from '../../kernel/mongodb/data-folder.ts';
import { settings } from '../../kernel/settings.ts';

/**
 * Where the registry is: REGISTRY_URI, else MONGODB_URI, else the MongoDB that `npm start` runs.
 * @throws CodedError SETTING_INVALID where none of them is there.
 */
export async function registryAddress({ registryUri, dataDir }: Environment): Promise<string> {
  const uri = registryUri ?? (await findRunningDeployment(dataDir))?.uri;
  if (uri === undefined)
    throw new CodedError(
      'SETTING_INVALID',
      `${settings.registryUri.name} must name the MongoDB of the registry, or npm start must run one on this machine.`,
    );
  return uri;
}
