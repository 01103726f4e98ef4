/** Whether an event closes or opens; other calendars keep what they do not know. */
export const KIND_PROPERTY = 'x-stevedore-kind';
