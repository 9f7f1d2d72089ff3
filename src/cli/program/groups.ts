/** The group of the verbs that kubectl has not. */
export const ownGroup = 'own'

/** The headings of the help without a verb, in its order. */
export const groups: readonly { readonly name: string; readonly title: string }[] = [
  { name: 'beginner', title: 'Basic Commands (Beginner):' },
  { name: 'intermediate', title: 'Basic Commands (Intermediate):' },
  { name: 'deploy', title: 'Deploy Commands:' },
  { name: 'cluster', title: 'Cluster Management Commands:' },
  { name: 'debug', title: 'Troubleshooting and Debugging Commands:' },
  { name: 'advanced', title: 'Advanced Commands:' },
  { name: 'settings', title: 'Settings Commands:' },
  { name: ownGroup, title: 'Commands of the Simulator:' },
  { name: 'plugins', title: 'Subcommands provided by plugins:' },
  { name: 'other', title: 'Other Commands:' },
]
