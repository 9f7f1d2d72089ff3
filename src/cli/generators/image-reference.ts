const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const host = `(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])`
const pathPart = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const name = `(?:${host}(?::[0-9]+)?/)?${pathPart}(?:/${pathPart})*`
const tag = '[\\w][\\w.-]{0,127}'
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}'
const reference = new RegExp(`^${name}(?::${tag})?(?:@${digest})?$`)

/** Whether a text can name an image: `[HOST[:PORT]/]PATH[:TAG][@DIGEST]`. */
export const isImageReference = (text: string): boolean => reference.test(text)
