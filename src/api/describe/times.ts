const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A time of the API as describe writes it: `Sat, 01 Jun 2024 12:00:01 +0000`. */
export const longTime = (time: string | undefined): string => {
  const date = new Date(time ?? '0001-01-01T00:00:00Z')
  const day = `${days[date.getUTCDay()]}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]}`
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${day} ${String(date.getUTCFullYear()).padStart(4, '0')} ${clock} +0000`
}

const two = (number: number): string => String(number).padStart(2, '0')
