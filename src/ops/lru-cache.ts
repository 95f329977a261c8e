/** What was used last, by its key: the package has one owner, and any part may remember. */
export { LRUCache } from 'lru-cache'
