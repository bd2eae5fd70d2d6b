import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import { pino } from 'pino';
import { Decimal } from '../kernel/decimal.ts';
import { CodedError } from '../kernel/errors.ts';
import { createHttpServer } from '../kernel/http/create-http-server.ts';
import { anonymous } from '../kernel/identity/identity.ts';
import { mountGraphql, type RequestFacts } from '../kernel/http/mount-graphql.ts';
import { noReporting } from '../kernel/http/no-reporting.ts';
import { agencies } from '../kernel/registers/agencies.ts';
import { documents } from '../kernel/registers/documents.ts';
import { provinces } from '../kernel/registers/provinces.ts';
import { subgraphSdl } from '../kernel/sdl/build-sdl.ts';
import type { Sector } from '../kernel/sectors.ts';
import { sharedResolvers } from '../kernel/subgraph/shared-resolvers.ts';

export interface FakeSubgraph {
  readonly url: string;
  /** The requests it got: their ids and authorization headers. */
  readonly received: readonly RequestFacts[];
  stop(): Promise<void>;
}

/**
 * A subgraph over HTTP with the sector's real SDL and the kernel's real resolvers, whose own fields hold made-up values of
 * the right types: texts begin with the sector's code, lists have two elements. `first: 5000` is refused as by a real one.
 */
export async function startFakeSubgraph(sector: Sector, sectors: readonly Sector[]): Promise<FakeSubgraph> {
  const received: RequestFacts[] = [];
  const schema = buildSubgraphSchema({
    typeDefs: parse(subgraphSdl(sector, sectors)),
    resolvers: sharedResolvers(sector, sectors),
  });
  const apollo = new ApolloServer<RequestFacts & object>({
    schema,
    fieldResolver: madeUp(sector),
    introspection: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'test',
    plugins: [...noReporting()],
  });
  await apollo.start();
  const http = createHttpServer({
    log: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 10_000,
    ready: () => ({ ready: true, parts: {} }),
    explorer: null,
    drainDelayMs: 0,
  });
  const authenticator = { identify: async () => anonymous };
  mountGraphql(http.app, apollo, { authenticator, page: false }, (facts) => {
    received.push(facts);
    return facts;
  });
  return {
    url: `${await http.start()}/graphql`,
    received,
    async stop() {
      await http.stop();
      await apollo.stop();
    },
  };
}

function madeUp({ code }: Sector): GraphQLFieldResolver<unknown, unknown> {
  return (source, args: { first?: number }, _context, { fieldName, returnType, schema }) => {
    if (args.first !== undefined && args.first > 1000)
      throw new CodedError('INVALID_PAGE', 'first must be 1 to 1000, but got: 5000');
    const known = (source as Record<string, unknown> | null)?.[fieldName];
    if (known !== undefined) return known;

    const value = (type: GraphQLOutputType): unknown => {
      if (isNonNullType(type)) return value(type.ofType);
      if (isListType(type)) return [value(type.ofType), value(type.ofType)];
      if (isEnumType(type)) return type.getValues()[0]?.value;
      const named = getNamedType(type);
      if (isAbstractType(named)) return { __typename: schema.getPossibleTypes(named)[0]?.name };
      return samples[named.name]?.(`${code} ${fieldName}`) ?? { __typename: named.name };
    };
    // As the real ones: only SectorCode's own value fits the sector.
    return getNamedType(returnType).name === 'SectorCode' ? code : value(returnType);
  };
}

const samples: Readonly<Record<string, (text: string) => unknown>> = {
  ID: (text) => text,
  String: (text) => text,
  Int: () => 7,
  Boolean: () => true,
  Decimal: () => new Decimal('12.5'),
  LocalDate: () => '2020-07-31',
  DateTime: () => new Date('2020-08-04T07:30:00Z'),
  TimePeriod: () => '2020-07',
  Briefing: () => ({ period: '2020-07' }),
  Province: () => provinces.all[0],
  Agency: () => agencies.all[0],
  Document: () => documents[0],
};
