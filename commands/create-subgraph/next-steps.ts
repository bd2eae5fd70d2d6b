import type { Sector } from '../../kernel/sectors.ts';

/** What is left to people once the folder is there. */
export function nextSteps({ folder, code, port, database }: Sector, office: string): string {
  const user = database.replace(/^giaoban_/u, '');
  const password = `\${${code}_MONGODB_PASSWORD:?is missing from .env}`;
  return `Next:
  npm start                                          runs it with the others, on port ${port}
  npm run data:check                                 proves the figures that you add under subgraphs/${folder}/data
  npm run schema:publish -- ${folder} ${office}       where gateways follow a registry: the Office lists it in sectors

For docker-compose.yml, where each process stands by name, add
  under mongodb-init, environment:
      ${code}_MONGODB_PASSWORD: ${password}
  under gateway, environment, and the same name under depends_on:
      ${code}_URL: http://${folder}:${port}/graphql
  and the service:
  ${folder}:
    <<: *subgraph
    command: [node, --enable-source-maps, dist/subgraphs/${folder}/main.js]
    environment:
      DOCUMENTS_DIR: /documents
      ${code}_MONGODB_URI: mongodb://${user}:${password}@mongodb/?replicaSet=giaoban&authSource=admin
    healthcheck:
      <<: *health
      test: [CMD, node, dist/commands/health.js, ${folder}]`;
}
