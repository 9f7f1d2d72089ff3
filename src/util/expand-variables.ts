/**
 * A text with `$(NAME)` replaced by what is known of the name; what is not known stays as it is written, and `$$` is a
 * dollar sign.
 */
export const expandVariables = (text: string, known: (name: string) => string | undefined): string =>
  text.replace(/\$(?:\$|\(([^)]*)\))/g, (written, name: string | undefined) =>
    name === undefined ? '$' : (known(name) ?? written),
  )
