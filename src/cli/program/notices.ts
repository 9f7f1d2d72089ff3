import type { Option } from 'commander'

/** What is said on stderr of a flag's value before the verb runs; `now` is in milliseconds. */
type Notice = (value: string, now: number) => string | undefined

type Noticing = Option & { readonly notice?: Notice }

/** The flag, of whose value something may have to be said. */
export const withNotice = (option: Option, notice: Notice): Option => Object.assign(option, { notice })

/** What is to be said of the flags that were typed, in the order of their declaration. */
export const noticesOf = (options: readonly Noticing[], readValue: (name: string) => unknown, now: number): string =>
  options.map(option => option.notice?.(String(readValue(option.attributeName())), now) ?? '').join('')
