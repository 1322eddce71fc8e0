/** What was asked, or how it was set up, cannot be: said as it is, without a trace. */
export class UserFault extends Error {}
