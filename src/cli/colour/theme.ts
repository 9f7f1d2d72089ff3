import { Chalk } from 'chalk'

// The sixteen colours of every terminal: whether there is colour was decided before.
const chalk = new Chalk({ level: 1 })

/** What colours mean; the rest of a text stays as the terminal has it. */
export const theme = {
  header: chalk.bold,
  key: chalk.cyan,
  value: chalk.yellow,
  good: chalk.green,
  waiting: chalk.yellow,
  bad: chalk.red,
  error: chalk.red,
  warning: chalk.yellow,
}
