/** What is wrong with YAML or JSON text, in the words of the libraries kubectl uses. `message` names no file. */
export class YamlError extends Error {
  override readonly name = 'YamlError'
}
