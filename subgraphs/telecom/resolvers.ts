/** What only this team answers: nothing yet; its headlines are bound to indicators in schema.graphql. */
export const resolvers = {};
