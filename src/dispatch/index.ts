/** What chats are sent unasked: what is due → delivered. */
export { type DigestDispatch, type DigestDispatchParts, openDigestDispatch } from './digest-dispatch.ts'
