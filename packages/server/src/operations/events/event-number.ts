import { eventId } from '../../resources/event.ts'

/** `evt_17` → 17. */
export const eventNumber = eventId
  .transform((id) => Number(id.slice('evt_'.length)))
  .meta({ title: 'Event', description: 'Its id: `evt_17`.' })
