import type { operations } from './schema'

type Body<R> = R extends { content: infer C } ? C[keyof C] : never

/** What an operation of the server answers, by its operation id: whatever the server calls the shape. */
export type Answer<Op extends keyof operations> = operations[Op]['responses'] extends infer R ? (R extends { 200: infer Ok } ? Body<Ok> : R extends { 201: infer Made } ? Body<Made> : never) : never

/** One line of a list that is paged by key. */
export type LineOf<Op extends keyof operations> = Answer<Op> extends { items: (infer L)[] } ? L : never
