/**
 * Plain @apollo/gateway and @apollo/server as their guide sets them up, on the same subgraphs: what the product's gateway
 * is measured beside. Takes the addresses as JSON { folder: url }, prints its own.
 */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readSupergraph } from '../gateway/supergraph-file.ts';

const urls = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
const supergraphSdl = readSupergraph().replace(
  /http:\/\/([\w-]+)\.invalid\/graphql/gu,
  (address, folder: string) => urls[folder] ?? address,
);
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.send?.(url);
