import { readFileSync } from 'node:fs'

/** The text that goes with the bundle: the licences of the packages in it. */
export const licencesOf = chunks => {
  const packages = new Set(
    chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .map(packageOf)
      .filter(Boolean),
  )
  return `kubesim contains:\n\n${[...packages].sort().map(licenceOf).join('\n')}\n`
}

const packageOf = path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]

const licenceOf = name => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
  return `${name} ${version} (${license})`
}
