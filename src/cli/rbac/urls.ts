const httpVerbs = ['*', 'get', 'post', 'put', 'delete', 'patch', 'head', 'options']

/** Refuses paths of the API server that no rule can have, and verbs that they do not know. */
export const checkUrls = (urls: readonly string[], verbs: readonly string[]): void => {
  if (urls.length === 0) return
  const wrong = verbs.find(verb => !httpVerbs.includes(verb))
  if (wrong !== undefined) throw new Error(`invalid verb: '${wrong}' for nonResourceURL`)
  for (const url of urls.filter(each => each !== '*')) {
    if (!url.startsWith('/')) throw new Error('nonResourceURL should start with /')
    if (url.slice(0, -1).includes('*')) {
      throw new Error("nonResourceURL only supports wildcard matches when '*' is at the end")
    }
  }
}

/** One rule for all of them. */
export const urlRules = (urls: readonly string[], verbs: readonly string[]): readonly object[] =>
  urls.length > 0 ? [{ verbs, nonResourceURLs: [...new Set(urls)] }] : []
