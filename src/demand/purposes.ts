/** What a counter-based draw of a need or an item is for. Numbers are part of every saved result: a new purpose gets a new number. */
export const KIND = 1, ROLE = 2, MODE = 3, WANTED = 4, MINUTES = 5, ATTENDANCE = 6, PUNCTUALITY = 7, PATIENCE = 8, HANDLING = 9, FATE = 10, DELAY = 11,
  CONNECTION = 12, BOOKING_ACCESS = 13, RECORD_ACCESS = 14, URGENCY = 15, TYPIST = 16, REFERRED = 17, TASK_ROLE = 18, TASK_MINUTES = 19, ACTION = 20,
  REFERRAL_MINUTES = 21, REBOOKING_MINUTES = 22, REQUEST_MINUTES = 23, INVITATION_MINUTES = 24, PERSON = 25, URGENT = 26, EMPLOYER = 30;
