const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The short English name of a month, 0 to 11. */
export const monthName = (month: number): string => names[month] ?? ''
