/** Where clusters are kept: $KUBESIM_HOME, else the platform's folder for a program's data. */
export const homeFolder = async (env: Readonly<Record<string, string | undefined>>): Promise<string> => {
  if (env.KUBESIM_HOME) return env.KUBESIM_HOME
  const { default: envPaths } = await import('env-paths')
  return envPaths('kubesim', { suffix: '' }).data
}
