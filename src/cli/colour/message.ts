import { theme } from './theme.ts'

/** What is said on stderr: the words that tell an error or a warning. */
export const paintMessage = (text: string): string =>
  text
    .replace(/^(error:|Error from server( \(\w+\))?:|The .* is invalid:|Error in configuration:)/gm, found =>
      theme.error(found),
    )
    .replace(/^[Ww]arning:/gm, found => theme.warning(found))
