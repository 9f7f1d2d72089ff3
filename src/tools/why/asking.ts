import { urlText } from '../http/url.ts'
import type { WhyContext } from './check.ts'
import { command } from './commands.ts'

/** The command that asks for the same under another name, from the same place: it shows that the name is right. */
export const asking = (host: string, { target, from, home }: WhyContext): string => {
  const place = from ? ` --from ${from}` : ''
  const { url, namespace } = target
  return command({ home }, url ? `curl${place} ${urlText({ ...url, host })}` : `nslookup${place} ${host}`, namespace)
}
