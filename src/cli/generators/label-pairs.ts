import type { Labels } from '../../api/meta.ts'

/** Reads `app=web,tier=front`, throws what kubectl says. */
export const parseLabelPairs = (text: string): Labels => {
  if (text === '') throw new Error('no label spec passed')
  return Object.fromEntries(
    text.split(',').map(pair => {
      const [key = '', value, ...more] = pair.split('=')
      if (value === undefined || more.length > 0) throw new Error(`unexpected label spec: ${pair}`)
      if (key === '') throw new Error('unexpected empty label key')
      return [key, value]
    }),
  )
}
