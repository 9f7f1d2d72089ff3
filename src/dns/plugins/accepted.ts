import { argumentError, CorefileError, type Directive, lastWord } from '../plugin.ts'

/** Checks a directive that changes no answer: how many arguments it may have and which properties its block. */
export const accept = (
  directive: Directive,
  { most, properties = [] }: { readonly most: number; readonly properties?: readonly string[] },
): undefined => {
  if (directive.args.length > most) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  const foreign = directive.body.find(({ name }) => !properties.includes(name))
  if (foreign) throw new CorefileError(foreign, `unknown property '${foreign.name}'`)
  return undefined
}
