import { isReason } from '../../api/status-error.ts'
import { type Found, foundIn, listObjects, liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { Block } from './block.ts'
import type { GetOptions } from './options.ts'
import { partOf } from './subresource.ts'

/** What was asked for, a block for each request in order, and what could not be had. */
export interface Read {
  readonly blocks: readonly Block[]
  readonly errors: readonly unknown[]
}

/** Reads everything that a selection asks for. A kind without objects is an empty block. */
export const readAll = async ({ selection, flags }: GetOptions, context: Context): Promise<Read> => {
  const blocks: Block[] = []
  const errors: unknown[] = []
  const attempt = async (read: () => Promise<Block>): Promise<void> => {
    try {
      blocks.push(await read())
    } catch (error) {
      if (!(flags.ignoreNotFound && isReason(error, 'NotFound'))) errors.push(error)
    }
  }
  if (selection?.from === 'lists') {
    for (const resource of selection.resources) {
      await attempt(async () => ({ resource, objects: (await listObjects(resource, selection, context)).items }))
    }
  } else if (selection) {
    for await (const next of foundIn(selection, context))
      await attempt(() => readOne(next(), flags.subresource, context))
  }
  // kubectl tells what is wrong with files as a list, even if it is one thing.
  const isListed = selection?.from === 'files' && errors.length === 1
  return { blocks, errors: isListed ? [new AggregateError(errors)] : errors }
}

const readOne = async (found: Found, subresource: string, context: Context): Promise<Block> =>
  subresource
    ? partOf(found, subresource, context)
    : { resource: found.resource, objects: [await liveObject(found, context)] }
