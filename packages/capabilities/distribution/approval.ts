/** What whoever approves sends back reopens the step of the approval that it names. */
export const approvalReturned = {
  'review.sent-back': {
    event: 'approval.returned',
    with: (e: { readonly data: { readonly step: string; readonly reason: string } }) => ({
      data: { step: e.data.step, reason: e.data.reason },
      brings: { reopens: { key: 'approval', step: e.data.step, because: e.data.reason } },
    }),
  },
} as const;
