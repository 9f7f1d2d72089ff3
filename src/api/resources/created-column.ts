import { type Column, column } from '../columns.ts'

/** The second column of kinds that the server has no table for. */
export const createdColumn: Column = column('Created At', ({ metadata }) => metadata.creationTimestamp ?? '', 'date')
