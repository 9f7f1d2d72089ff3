import type { ContainerRequest } from '../api/behaviour.ts'

/** The path of a request without its query. */
export const pathOf = ({ path }: Pick<ContainerRequest, 'path'>): string => path.split('?')[0] || '/'

/** The values of a request's query; empty text for what it does not have. */
export const queryOf = ({ path }: Pick<ContainerRequest, 'path'>): ((name: string) => string) => {
  const query = new URLSearchParams(path.split('?').slice(1).join('?'))
  return name => query.get(name) ?? ''
}
