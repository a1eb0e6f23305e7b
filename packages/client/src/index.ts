/** The one entry of the package. */
export { Billkeep } from './billkeep.ts'
export {
  AnswerError,
  type AnswerFault,
  ApiError,
  BillkeepError,
  ConnectionError,
  ForgeryError,
  HttpError,
  ProblemError,
  TimeoutError,
} from './errors.ts'
export type * as Api from './generated/api-types.ts'
export type * as V1 from './generated/v1-types.ts'
export type { List, Page } from './list.ts'
export {
  type NotificationEvent,
  type NotificationFields,
  type NotifiedItem,
  type OrderNotification,
  verifyNotification,
} from './notification.ts'
export type { BillkeepOptions, CallOptions, Fetch, FunctionOptions, WriteOptions } from './options.ts'
export { type ReceivedHeaders, type ReceivedWebhook, type VerifiedWebhook, verifyWebhook } from './webhook.ts'
