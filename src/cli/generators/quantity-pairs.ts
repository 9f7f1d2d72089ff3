import { canonicalQuantity } from '../../api/quantity.ts'

/** Reads `cpu=1,memory=1Gi`, throws what kubectl says. */
export const parseQuantityPairs = (text: string): Readonly<Record<string, string>> =>
  text === ''
    ? {}
    : Object.fromEntries(
        text.split(',').map(pair => {
          const [name = '', amount, ...more] = pair.split('=')
          if (amount === undefined || more.length > 0) {
            throw new Error(`Invalid argument syntax ${pair}, expected <resource>=<value>`)
          }
          return [name, canonicalQuantity(amount)]
        }),
      )
