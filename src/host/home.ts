import envPaths from 'env-paths'

/** Where clusters are kept: $KUBESIM_HOME, else the platform's folder for a program's data. */
export const homeFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  env.KUBESIM_HOME || envPaths('kubesim', { suffix: '' }).data
