/** What findings of the cluster's DNS are about. */
export const about = 'the DNS of the cluster'
