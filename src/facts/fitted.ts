/** Defaults that were fitted to published figures of ordinary weeks, written by `npm run calibrate:fit`: see docs/calibration-fit.md. */
export const fitted = {
  demand: {
    sameDayRate: 10.4, bookableRate: 4.2, plannedRate: 8.9, queryRate: 10, informationRate: 5.8,
    regionDaySd: 0.027, regionWeekSd: 0.034, practiceSd: 0.25,
    sameDayChannels: [0.634, 0.284, 0.082], bookableChannels: [0.56, 0.342, 0.098], queryChannels: [0.661, 0.236, 0.103],
    gpShareSameDay: 0.62, gpShareAhead: 0.31, nursePerOther: 1.135,
    wantedBookable: [0.31, 0.47, 0.15, 0.04, 0.02, 0.01], wantedPlanned: [0.06, 0.17, 0.27, 0.2, 0.14, 0.16],
    minutesGp: [13.7, 9.1], minutesNurse: [18, 10.5], minutesOther: [20.3, 14.4], minutesByTelephone: [7.3, 6.4], minutesOnline: [3.3, 5.7],
  },
  care: {
    phoneOccupancy: 0.84, phoneOccupancySd: 0.12, patienceMinutes: 22, callBackShare: 0.21,
    notAttendedByLead: [0.009, 0.027, 0.051, 0.073, 0.08, 0.081, 0.103], saturdayShare: 0.0436, sundayShare: 0.0029,
  },
} as const;
