/** What a reader says of a path that shows nothing of itself. */
export const UNKNOWN_PATH = {
  status: undefined,
  reason: undefined,
  isViable: false,
  ipv4: false,
  ipv6: false,
  dns: false,
  proxy: false,
  uses: [],
  attributes: [],
};
