export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post: operations["signIn"];
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/person.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * person.list
         * @description action T12:P; may refuse: —
         */
        post: operations["person.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/person.leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * person.leave
         * @description action T12:P; may refuse: —
         */
        post: operations["person.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/post.hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * post.hold
         * @description action T12:P; may refuse: period.ends_before
         */
        post: operations["post.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/role.assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * role.assign
         * @description action T12:P; may refuse: role.unknown, period.ends_before
         */
        post: operations["role.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/body.set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * body.set-up
         * @description action T12:P; may refuse: —
         */
        post: operations["body.set-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/seat.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * seat.take
         * @description action T12:P; may refuse: period.ends_before
         */
        post: operations["seat.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/party.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * party.list
         * @description action T12:P; may refuse: —
         */
        post: operations["party.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/text.adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * text.adopt
         * @description action T12:P; may refuse: text.unknown, text.already_adopted, text.end_missing, text.before_its_day, text.party_is_us, period.ends_before
         */
        post: operations["text.adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/text.revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * text.revise
         * @description action T12:P; may refuse: text.unknown, text.not_own, text.not_adopted_then, text.revised_later, text.file_name, text.file_unknown, text.revision_same, text.fault, text.before_its_day
         */
        post: operations["text.revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/resolution.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * resolution.decide
         * @description action T03:D; may refuse: resolution.no_body, resolution.not_a_member, resolution.present_and_recused, resolution.named_twice, resolution.votes_exceed, resolution.votes_missing, resolution.related_voter, resolution.not_carried, resolution.not_quorate, resolution.majority_unstated, resolution.minutes_missing, resolution.number_missing
         */
        post: operations["resolution.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/opinion.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opinion.give
         * @description action T04:D; may refuse: opinion.not_asked, opinion.other_role, opinion.handed_over, opinion.related, opinion.too_early, opinion.giver_other, opinion.reason_missing, opinion.aspect_missing, opinion.aspect_unknown
         */
        post: operations["opinion.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/review.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * review.return
         * @description action T04:D; may refuse: opinion.not_asked, opinion.other_role, opinion.handed_over, opinion.related, opinion.too_early, opinion.giver_other, return.where, return.not_earlier
         */
        post: operations["review.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/opinion.hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opinion.hand-over
         * @description action T51:P; may refuse: opinion.not_asked, handover.not_yours, handover.other_role, handover.related, handover.same
         */
        post: operations["opinion.hand-over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/counsel.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * counsel.ask
         * @description action T04:D; may refuse: opinion.not_asked, opinion.other_role, opinion.handed_over, opinion.related, opinion.too_early, counsel.yourself, counsel.related, counsel.already_asked
         */
        post: operations["counsel.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/counsel.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * counsel.give
         * @description action T04:D; may refuse: counsel.not_asked
         */
        post: operations["counsel.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/reviewer.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reviewer.add
         * @description action T51:P; may refuse: reviewer.name_one, reviewer.already_asked, reviewer.nobody, reviewer.not_yours, reviewer.related
         */
        post: operations["reviewer.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/reviewer.take-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * reviewer.take-off
         * @description action T51:P; may refuse: reviewer.not_added
         */
        post: operations["reviewer.take-off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/review.recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * review.recall
         * @description action T52:P; may refuse: review.not_sender
         */
        post: operations["review.recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/review.send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * review.send
         * @description action T52:P; may refuse: review.not_sender
         */
        post: operations["review.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/review.remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * review.remind
         * @description action T52:P; may refuse: opinion.not_asked, reminder.already_today
         */
        post: operations["review.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/notice.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * notice.publish
         * @description action P65:P; may refuse: notice.content_missing, notice.days_unknown, notice.too_short
         */
        post: operations["notice.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/objection.receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * objection.receive
         * @description action T05:P; may refuse: objection.handler_inside, objection.name_or_anonymous, objection.not_in_period
         */
        post: operations["objection.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/objection.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * objection.answer
         * @description action T06:D; may refuse: objection.not_open
         */
        post: operations["objection.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/shares.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * shares.propose
         * @description action P68:D; may refuse: shares.not_of_team, shares.somebody_missing, shares.not_a_contributor
         */
        post: operations["shares.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/share.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * share.confirm
         * @description action P68:D; may refuse: shares.not_yours, shares.already_confirmed, shares.name_member
         */
        post: operations["share.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/share.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * share.refuse
         * @description action P68:D; may refuse: shares.not_yours
         */
        post: operations["share.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/vote.cast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * vote.cast
         * @description action parent:V; may refuse: ballot.not_a_voter, ballot.name_voter, ballot.invalid_on_paper, ballot.secret_recorded, ballot.mandate_missing
         */
        post: operations["vote.cast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ballot.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ballot.close
         * @description action parent:V; may refuse: ballot.still_open, ballot.weights_missing, ballot.not_countable
         */
        post: operations["ballot.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/item.settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * item.settle
         * @description action T30:P; may refuse: checklist.unknown_item, checklist.nothing_said, checklist.both_said
         */
        post: operations["item.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/checklist.complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * checklist.complete
         * @description action T30:P; may refuse: checklist.lacks, checklist.lacks_advised
         */
        post: operations["checklist.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/score.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * score.give
         * @description action parent:D; may refuse: score.not_an_expert, score.conflicted, score.given_already, score.item_missing, score.unknown_item, score.item_twice, score.above, score.between_steps, score.note_missing, score.evidence_missing
         */
        post: operations["score.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/conflict.declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conflict.declare
         * @description action T33:P; may refuse: score.not_an_expert, score.conflicted
         */
        post: operations["conflict.declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/round.conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * round.conclude
         * @description action T32:P; may refuse: round.no_expert, round.sheets_missing
         */
        post: operations["round.conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/occurrence.meet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * occurrence.meet
         * @description action T31:P; may refuse: schedule.unknown_line, schedule.no_occurrence, schedule.met_already, schedule.too_early
         */
        post: operations["occurrence.meet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/line.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * line.add
         * @description action T31:P; may refuse: schedule.recurs_or_within, period.ends_before, schedule.hours
         */
        post: operations["line.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/schedule.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * schedule.end
         * @description action T31:P; may refuse: —
         */
        post: operations["schedule.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/achievement.disclose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * achievement.disclose
         * @description action T01:P; may refuse: contributor.twice, contributor.no_main, achievement.formed_later
         */
        post: operations["achievement.disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/achievement.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * achievement.register
         * @description action T02:D; may refuse: —
         */
        post: operations["achievement.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/disclosure.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * disclosure.return
         * @description action T02:D; may refuse: —
         */
        post: operations["disclosure.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/achievement.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * achievement.amend
         * @description action T01:P; may refuse: achievement.formed_later
         */
        post: operations["achievement.amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/conversion.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversion.open
         * @description action T07:P; may refuse: conversion.mode_unknown, conversion.basis_missing, achievement.not_registered, partner.kind_unknown
         */
        post: operations["conversion.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/conversion.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversion.return
         * @description action T07:P; may refuse: step.unknown
         */
        post: operations["conversion.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/conversion.abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversion.abandon
         * @description action T07:P; may refuse: —
         */
        post: operations["conversion.abandon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/conversion.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * conversion.close
         * @description action T07:P; may refuse: conversion.still_running
         */
        post: operations["conversion.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/care.file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * care.file
         * @description action T11:P; may refuse: —
         */
        post: operations["care.file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/disposal.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * disposal.check
         * @description action P63:P; may refuse: —
         */
        post: operations["disposal.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/disposal.approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * disposal.approve
         * @description action P63:D; may refuse: —
         */
        post: operations["disposal.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/appraisal.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * appraisal.decide
         * @description action P64:D; may refuse: —
         */
        post: operations["appraisal.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/price.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * price.set
         * @description action P64:P; may refuse: price.method_not_allowed, price.reason_missing, appraisal.undecided, exemption.market_notice_missing, price.below_appraisal
         */
        post: operations["price.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/contract.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * contract.sign
         * @description action P44:S; may refuse: contract.not_priced, contract.notice_missing, contract.notice_running, contract.notice_outdated, contract.price_differs, contract.law_firm_missing
         */
        post: operations["contract.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/law-firm.commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * law-firm.commission
         * @description action T52:P; may refuse: law_firm.not_needed, law_firm.asked_already
         */
        post: operations["law-firm.commission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/amendment.draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * amendment.draft
         * @description action P44:P; may refuse: amendment.unsigned, amendment.under_way, amendment.not_later, amendment.same_price, amendment.price_unpublished
         */
        post: operations["amendment.draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/amendment.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * amendment.sign
         * @description action P44:S; may refuse: amendment.price_unpublished, contract.law_firm_missing
         */
        post: operations["amendment.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/amendment.drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * amendment.drop
         * @description action P44:P; may refuse: —
         */
        post: operations["amendment.drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/income.book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * income.book
         * @description action T08:P; may refuse: income.to_treasury, income.nothing, income.later
         */
        post: operations["income.book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/net.compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * net.compute
         * @description action P66:P; may refuse: deduction.not_allowed, deduction.ground_missing, deduction.nothing
         */
        post: operations["net.compute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/split.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * split.propose
         * @description action P67:P; may refuse: split.unknown_part, split.part_missing, split.sum, split.inner_sum, split.outside_limits, split.costs_unborne, remainder.reason_missing, approval.body_unknown
         */
        post: operations["split.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/split.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * split.withdraw
         * @description action P67:P; may refuse: —
         */
        post: operations["split.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/leaders.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * leaders.check
         * @description action T13:P; may refuse: leader.measure_missing, leader.approval_missing
         */
        post: operations["leaders.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/award.hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * award.hand-over
         * @description action P69:P; may refuse: —
         */
        post: operations["award.hand-over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/stake.enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * stake.enter
         * @description action T08:P; may refuse: stake.nothing, stake.precision, stake.later, stake.value_differs
         */
        post: operations["stake.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/stake.forgo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * stake.forgo
         * @description action T08:P; may refuse: —
         */
        post: operations["stake.forgo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/stake.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * stake.propose
         * @description action P67:P; may refuse: split.unknown_part, split.part_missing, split.sum, split.inner_sum, split.outside_limits, split.costs_unborne, stake.money_scheme, stake.team_sum, stake.leader_barred, stake.former_leader, shares.not_a_contributor, holder.twice, stake.apart_not_barred, leader.measure_missing, leader.approval_missing, stake.nobody_left, approval.body_unknown
         */
        post: operations["stake.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/stake.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * stake.withdraw
         * @description action P67:P; may refuse: —
         */
        post: operations["stake.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/holders.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * holders.check
         * @description action T13:P; may refuse: stake.leader_barred, stake.former_leader
         */
        post: operations["holders.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/stake.allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * stake.allocate
         * @description action P67:D; may refuse: split.unknown_part, split.part_missing, split.sum, split.inner_sum, split.outside_limits, split.costs_unborne, stake.money_scheme, stake.team_sum, stake.leader_barred, stake.former_leader
         */
        post: operations["stake.allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.draft
         * @description action P05:P; may refuse: plan.one_lead, plan.party_twice, plan.not_a_party, period.ends_before
         */
        post: operations["plan.draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.revise
         * @description action P05:P; may refuse: plan.not_a_party, period.ends_before, plan.no_change
         */
        post: operations["plan.revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/weights.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * weights.agree
         * @description action P05:P; may refuse: plan.party_twice, plan.not_a_party, weights.party_missing
         */
        post: operations["weights.agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.submit
         * @description action P05:P; may refuse: plan.incomplete, plan.experts_missing, plan.expert_twice, plan.not_a_party
         */
        post: operations["plan.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.review
         * @description action P06:P; may refuse: plan.not_an_expert, plan.already_reviewed, plan.opinion_missing
         */
        post: operations["plan.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/voting.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * voting.open
         * @description action T14:P; may refuse: plan.review_missing, plan.experts_do_not_vote, ballot.form_otherwise, law.parties_differ, ballot.no_voters, ballot.voter_twice, ballot.closes_before, ballot.weights_missing, ballot.secret_weights
         */
        post: operations["voting.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/opinion.adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opinion.adopt
         * @description action P08:P; may refuse: opinion.none_open, opinion.unknown, opinion.not_so, opinion.no_change, plan.not_a_party, period.ends_before
         */
        post: operations["opinion.adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/opinion.explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opinion.explain
         * @description action P08:P; may refuse: opinion.none_open, opinion.unknown, opinion.not_so
         */
        post: operations["opinion.explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.approve
         * @description action P08:P; may refuse: opinion.still_open
         */
        post: operations["plan.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/plan.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * plan.amend
         * @description action P05:P; may refuse: plan.resolution_missing, plan.no_change, plan.not_a_party, period.ends_before
         */
        post: operations["plan.amend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/cooperation.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * cooperation.sign
         * @description action P13:S; may refuse: cooperation.signed_already
         */
        post: operations["cooperation.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/schedule.adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * schedule.adjust
         * @description action P20:P; may refuse: schedule.no_task, schedule.no_shift, schedule.beyond_cap, schedule.cumulative, period.ends_before, ballot.no_voters, ballot.voter_twice, ballot.closes_before, ballot.weights_missing, ballot.secret_weights
         */
        post: operations["schedule.adjust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/schedule.apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * schedule.apply
         * @description action P20:P; may refuse: schedule.no_task
         */
        post: operations["schedule.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/maturity.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * maturity.open
         * @description action T32:P; may refuse: expert.twice
         */
        post: operations["maturity.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/risk.identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * risk.identify
         * @description action P50:P; may refuse: risk.class_unknown
         */
        post: operations["risk.identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/risk.assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * risk.assess
         * @description action P50:D; may refuse: risk.class_of_impact_unknown
         */
        post: operations["risk.assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/risk.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * risk.close
         * @description action P50:D; may refuse: risk.measures_open
         */
        post: operations["risk.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ownership.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ownership.open
         * @description action T34:P; may refuse: party.twice, ownership.one_completing
         */
        post: operations["ownership.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/terms.insert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * terms.insert
         * @description action T34:P; may refuse: terms.no_template, terms.inserted_already
         */
        post: operations["terms.insert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/term.edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * term.edit
         * @description action T34:P; may refuse: terms.no_term
         */
        post: operations["term.edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/term.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * term.remove
         * @description action T34:P; may refuse: terms.no_term
         */
        post: operations["term.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/resource.fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * resource.fill
         * @description action T34:P; may refuse: resource.unknown
         */
        post: operations["resource.fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ownership.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ownership.agree
         * @description action T34:P; may refuse: party.not_of_cooperation, party.twice, shares.sum, shares.some_missing, terms.other_owner
         */
        post: operations["ownership.agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/proceeds.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * proceeds.agree
         * @description action T34:P; may refuse: party.not_of_cooperation, party.twice, shares.sum, proceeds.below
         */
        post: operations["proceeds.agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ownership.determine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ownership.determine
         * @description action T34:P; may refuse: resource.unfilled, ownership.terms_contradict, ownership.side_empty, ownership.undecided
         */
        post: operations["ownership.determine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/act.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * act.propose
         * @description action T35:P; may refuse: party.not_of_cooperation, act.academic_only, act.not_an_owner, act.licensed_exclusively, act.no_counterparty, licence.term_missing, period.ends_before, priority.period_unknown
         */
        post: operations["act.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/consent.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * consent.answer
         * @description action P43:C; may refuse: consent.not_asked
         */
        post: operations["consent.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/priority.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * priority.answer
         * @description action P43:C; may refuse: priority.not_asked, priority.too_late
         */
        post: operations["priority.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/act.carry-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * act.carry-out
         * @description action T35:P; may refuse: party.not_of_cooperation, act.academic_only, act.not_an_owner, act.licensed_exclusively, consent.missing, priority.open, equity.not_valued
         */
        post: operations["act.carry-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/act.drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * act.drop
         * @description action T35:P; may refuse: —
         */
        post: operations["act.drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/payment.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * payment.agree
         * @description action T35:P; may refuse: payment.not_sold, payment.agreed_already, payment.way_unusual, payment.no_way, payment.no_amount, payment.no_day, payment.no_instalments, payment.instalments_sum, payment.no_base, payment.no_rate, payment.no_years
         */
        post: operations["payment.agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/income.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * income.report
         * @description action T35:P; may refuse: payment.not_by_income, payment.unknown, payment.reported_already
         */
        post: operations["income.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/payment.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * payment.record
         * @description action T35:P; may refuse: payment.unknown, payment.paid_already, payment.income_unknown
         */
        post: operations["payment.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/equity.value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * equity.value
         * @description action T35:P; may refuse: equity.not_invested, equity.appraisal_missing, equity.more_than_whole
         */
        post: operations["equity.value"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/equity.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * equity.register
         * @description action T35:P; may refuse: equity.not_invested
         */
        post: operations["equity.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/finding.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * finding.close
         * @description action T09:P; may refuse: finding.already_closed, finding.without_cure
         */
        post: operations["finding.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/correction.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * correction.ask
         * @description action T09:P; may refuse: correction.not_correctable, correction.no_change
         */
        post: operations["correction.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/correction.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * correction.decide
         * @description action T10:D; may refuse: correction.already_decided, correction.same_person, correction.overtaken
         */
        post: operations["correction.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/case.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * case.move
         * @description action T07:P; may refuse: chart.current, chart.no_way
         */
        post: operations["case.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/previews/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["casePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clauses/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["clauseCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{id}/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["textHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["comparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["textFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/texts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public-law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["publicLaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["registers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["filePaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["demonstration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demonstration/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["forwardClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            refusals: {
                code: string;
                how: "impossible" | "unmet" | "warning";
                sentence: string;
                clauses: {
                    id: string;
                    cite: string;
                }[];
                facts: {
                    [key: string]: unknown;
                };
                at: (string | number)[];
            }[];
        };
    };
    responses: {
        /** @description refused: why, by which clause, at which field */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            id: string;
                            name: string;
                            unit: string | null;
                        };
                        institution: {
                            id: string;
                            title: string;
                            short: string;
                        };
                        roles: string[];
                        wide: boolean;
                        demonstration: boolean;
                        today: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description answered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    "person.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        staffNo: string;
                        name: string;
                        unit?: string;
                        category?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "person.leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person: string;
                        /** Format: date */
                        leftOn: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "post.hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person: string;
                        title: string;
                        /** @enum {string} */
                        leader: "chief-of-institution" | "chief-of-subordinate" | "deputy" | "chief-of-unit" | "deputy-of-unit" | "none";
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "role.assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person: string;
                        role: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "body.set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        code: string;
                        title: string;
                        /** Format: date */
                        foundedOn?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "seat.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description bodies
                         */
                        body: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "party.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        title: string;
                        /** @enum {string} */
                        kind: "enterprise" | "university" | "institute" | "hospital" | "agency" | "fund" | "other";
                        creditCode?: string;
                        /**
                         * @description 0%–100%
                         * @example 95%
                         * @example 1/3
                         */
                        stateOwnedShare?: string;
                        ourselves?: boolean;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "text.adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        text: string;
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        party?: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                        basis: string;
                        doubt?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "text.revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        text: string;
                        /** Format: date */
                        from: string;
                        basis: string;
                        files?: {
                            file: string;
                            content: string;
                        }[];
                        without?: string[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "resolution.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        result: "passed" | "rejected" | "deferred";
                        present?: string[];
                        recused?: string[];
                        /** @enum {string} */
                        votes: "counted" | "not-in-minutes";
                        inFavour?: number;
                        against?: number;
                        abstained?: number;
                        majority?: string;
                        minutesNumber?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        minutes?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "opinion.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer: string;
                        stage?: string;
                        agreed: boolean;
                        aspects?: {
                            aspect: string;
                            words: string;
                        }[];
                        words?: string;
                        papers?: string[];
                        /**
                         * Format: uuid
                         * @description people
                         */
                        by?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "review.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer: string;
                        stage?: string;
                        toStage?: string;
                        toStep?: string;
                        reason: string;
                        papers?: string[];
                        /**
                         * Format: uuid
                         * @description people
                         */
                        by?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "opinion.hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer: string;
                        stage?: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        to: string;
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "counsel.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer: string;
                        stage?: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person: string;
                        question: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "counsel.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer?: string;
                        words: string;
                        papers?: string[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reviewer.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer?: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person?: string;
                        /** @enum {string} */
                        place: "before" | "beside" | "after";
                        to?: string;
                        stage?: string;
                        reason?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reviewer.take-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reviewer: string;
                        stage?: string;
                        reason?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "review.recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "review.send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        words?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "review.remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        reviewer?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "notice.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        location: string;
                        channel: string;
                        /**
                         * @example 15日
                         * @example 5个工作日
                         */
                        days?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        evidence?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "objection.receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        channel: "letter" | "mail" | "phone" | "visit" | "discipline-office" | "other";
                        /** Format: date */
                        receivedOn: string;
                        content: string;
                        anonymous: boolean;
                        name?: string;
                        contact?: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        handler: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "objection.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description objections
                         */
                        objection: string;
                        upheld: boolean;
                        answer: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "shares.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        shares: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "share.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        member?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        signed?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "share.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        words: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "vote.cast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        vote: "for" | "against" | "abstain" | "blank" | "invalid";
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        party?: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        person?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        mandate?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "ballot.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "item.settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        item: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                        words?: string;
                        notApplicable?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "checklist.complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "score.give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        expert?: string;
                        lines: {
                            item: string;
                            /**
                             * @example 12
                             * @example 12.5
                             */
                            points: string;
                            notes?: {
                                note: string;
                                words: string;
                            }[];
                            evidence?: string[];
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "conflict.declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description people
                         */
                        expert: string;
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "round.conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "occurrence.meet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        line: string;
                        k: number;
                        words?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "line.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        title: string;
                        /** @enum {string} */
                        owner: "TT" | "FA" | "RM" | "LD" | "CT" | "LP" | "PR" | "MC" | "PL" | "EG" | "SG";
                        /**
                         * @example 每季度
                         * @example 每2个月
                         */
                        recurs?: string;
                        /**
                         * @example 15日
                         * @example 5个工作日
                         */
                        within?: string;
                        /** Format: date */
                        anchor: string;
                        /** Format: date */
                        until?: string;
                        /** @enum {string} */
                        countedAs: "duty" | "floor";
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "schedule.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        because: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "achievement.disclose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        title: string;
                        /** @enum {string} */
                        kind: "technology" | "device" | "reagent" | "drug" | "software" | "other";
                        summary: string;
                        /** Format: date */
                        formedOn?: string;
                        contributors: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            main: boolean;
                            contribution?: string;
                        }[];
                        rights?: {
                            /** @enum {string} */
                            kind: "invention" | "utility-model" | "design" | "software" | "secret" | "other";
                            number?: string;
                            title: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "achievement.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "disclosure.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "achievement.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        title: string;
                        /** @enum {string} */
                        kind: "technology" | "device" | "reagent" | "drug" | "software" | "other";
                        summary: string;
                        /** Format: date */
                        formedOn?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "conversion.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        achievements: string[];
                        /** @enum {string} */
                        mode: "self" | "transfer" | "license" | "cooperate" | "equity" | "other";
                        basis?: string;
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        counterparty: string;
                        partners?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /** @enum {string} */
                            kind: "physician" | "scientist" | "enterprise-team" | "financing" | "sales-channel";
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "conversion.return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        step: string;
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "conversion.abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "conversion.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "care.file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        element: "reasonable-care" | "supervision" | "no-illegal-gain" | "illegal-gain";
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper: string;
                        note?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "disposal.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        stateSecret: boolean;
                        nationalSecurity: boolean;
                        keyCoreTechnology: boolean;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "disposal.approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        approval: string;
                        words?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "appraisal.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        appraise: boolean;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        value?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        report?: string;
                        words?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "price.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        method: "agreed" | "listed" | "auction" | "other";
                        reason?: string;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        price: string;
                        grounds: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "contract.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        title: string;
                        number?: string;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        price: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "law-firm.commission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "amendment.draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        changes: string;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        price?: string;
                        /** Format: date */
                        effectiveOn: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "amendment.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        number?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "amendment.drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "income.book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        amount: string;
                        /** Format: date */
                        receivedOn: string;
                        /** @enum {string} */
                        bookedTo: "unit" | "treasury";
                        budgetLine: string;
                        voucher?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "net.compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        deductions?: {
                            /** @enum {string} */
                            kind: "taxes" | "maintenance" | "service-fees" | "direct-costs" | "rnd-costs" | "other";
                            /**
                             * @description 元，至多两位小数 / yuan, at most two decimals
                             * @example 297000.00
                             */
                            amount: string;
                            ground?: string;
                            /**
                             * Format: uuid
                             * @description papers
                             */
                            paper?: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "split.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        shares: {
                            part: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share: string;
                        }[];
                        /** @enum {string} */
                        remainderUse: "rnd" | "conversion" | "other";
                        remainderReason?: string;
                        approvalBody?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "split.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "leaders.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        measures?: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            measure: string;
                            /**
                             * Format: uuid
                             * @description papers
                             */
                            approval?: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "award.hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "stake.enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        company: string;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        value: string;
                        /**
                         * @description 0%–100%
                         * @example 95%
                         * @example 1/3
                         */
                        share: string;
                        /** Format: date */
                        acquiredOn: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "stake.forgo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "stake.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        shares: {
                            part: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share: string;
                        }[];
                        staff?: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share: string;
                        }[];
                        apart?: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            /**
                             * @description 元，至多两位小数 / yuan, at most two decimals
                             * @example 297000.00
                             */
                            amount?: string;
                            measure?: string;
                            /**
                             * Format: uuid
                             * @description papers
                             */
                            approval?: string;
                        }[];
                        approvalBody?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "stake.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holders.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "stake.allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        registration?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        title: string;
                        parties: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            weight: string;
                            /**
                             * Format: uuid
                             * @description people
                             */
                            representative: string;
                            lead: boolean;
                            /**
                             * Format: uuid
                             * @description people
                             */
                            committee?: string;
                        }[];
                        /**
                         * Format: uuid
                         * @description people
                         */
                        leader: string;
                        stagedGoals?: {
                            name: string;
                            /** Format: date */
                            due: string;
                            metric: string;
                        }[];
                        overallGoal?: string;
                        duties?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            task: string;
                        }[];
                        resources?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            what: string;
                            /** Format: date */
                            due: string;
                        }[];
                        schedule?: {
                            task: string;
                            /** Format: date */
                            start: string;
                            /** Format: date */
                            end: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        reason?: string;
                        stagedGoals?: {
                            name: string;
                            /** Format: date */
                            due: string;
                            metric: string;
                        }[];
                        overallGoal?: string;
                        duties?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            task: string;
                        }[];
                        resources?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            what: string;
                            /** Format: date */
                            due: string;
                        }[];
                        schedule?: {
                            task: string;
                            /** Format: date */
                            start: string;
                            /** Format: date */
                            end: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "weights.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        weights: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            weight: string;
                        }[];
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        agreement: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        experts: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            /** @enum {string} */
                            kind: "technical" | "management";
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party?: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        conclusion: "agree" | "agree-with-opinions" | "disagree";
                        opinions?: string[];
                        /**
                         * Format: uuid
                         * @description people
                         */
                        expert?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "voting.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** Format: date */
                        closesOn: string;
                        secret: boolean;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "opinion.adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        opinion: number;
                        words: string;
                        stagedGoals?: {
                            name: string;
                            /** Format: date */
                            due: string;
                            metric: string;
                        }[];
                        overallGoal?: string;
                        duties?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            task: string;
                        }[];
                        resources?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            what: string;
                            /** Format: date */
                            due: string;
                        }[];
                        schedule?: {
                            task: string;
                            /** Format: date */
                            start: string;
                            /** Format: date */
                            end: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "opinion.explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        opinion: number;
                        words: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "plan.amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        resolution?: string;
                        stagedGoals?: {
                            name: string;
                            /** Format: date */
                            due: string;
                            metric: string;
                        }[];
                        overallGoal?: string;
                        duties?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            task: string;
                        }[];
                        resources?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            what: string;
                            /** Format: date */
                            due: string;
                        }[];
                        schedule?: {
                            task: string;
                            /** Format: date */
                            start: string;
                            /** Format: date */
                            end: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "cooperation.sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        agreement: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "schedule.adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        task: string;
                        /** Format: date */
                        start: string;
                        /** Format: date */
                        end: string;
                        /** @enum {string} */
                        cause: "policy" | "technical" | "other-objective";
                        reason: string;
                        impact: string;
                        /** Format: date */
                        closesOn: string;
                        secret: boolean;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "schedule.apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: Record<string, never>;
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "maturity.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        /**
                         * Format: uuid
                         * @description achievements
                         */
                        achievement: string;
                        experts: {
                            /**
                             * Format: uuid
                             * @description people
                             */
                            person: string;
                            conflict?: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "risk.identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        title: string;
                        /** @enum {string} */
                        class: "technical" | "management" | "rights" | "interest";
                        description: string;
                        /**
                         * Format: uuid
                         * @description people
                         */
                        assessor: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "risk.assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * @description 0%–100%
                         * @example 95%
                         * @example 1/3
                         */
                        probability: string;
                        /** @enum {string} */
                        impact: "low" | "medium" | "high";
                        grounds: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "risk.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        report: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "ownership.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        title: string;
                        /**
                         * Format: uuid
                         * @description achievements
                         */
                        achievement?: string;
                        /** @enum {string} */
                        mode: "cooperative" | "commissioned";
                        parties: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /**
                             * Format: uuid
                             * @description people
                             */
                            representative?: string;
                            completing: boolean;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "terms.insert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        template: "A.1.1" | "A.1.2" | "A.2.1" | "A.2.2";
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "term.edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        term: string;
                        words: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "term.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        term: string;
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "resource.fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        resource: string;
                        quantity: string;
                        /** Format: date */
                        dueOn: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "ownership.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        owners?: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share?: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "proceeds.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        base: "net-income" | "received" | "sales" | "profit";
                        shares: {
                            /**
                             * Format: uuid
                             * @description parties
                             */
                            party: string;
                            /**
                             * @description 0%–100%
                             * @example 95%
                             * @example 1/3
                             */
                            share: string;
                        }[];
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "ownership.determine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        newInvention: "made" | "none" | "undetermined";
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "act.propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /** @enum {string} */
                        act: "implement" | "publish" | "apply" | "license" | "transfer" | "pledge" | "invest";
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        by: string;
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        to?: string;
                        /** @enum {string} */
                        purpose: "commercial" | "non-commercial" | "academic";
                        /** @enum {string} */
                        licenceKind?: "exclusive" | "sole" | "ordinary";
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        until?: string;
                        scope?: string;
                        /**
                         * @example 15日
                         * @example 5个工作日
                         */
                        offerPeriod?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "consent.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        party?: string;
                        /** @enum {string} */
                        answer: "consents" | "objects" | "abstains";
                        words?: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "priority.answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description parties
                         */
                        party?: string;
                        takes: boolean;
                        words?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "act.carry-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        evidence?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "act.drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "payment.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input?: {
                        /** @enum {string} */
                        way?: "lump-sum" | "instalments" | "royalty";
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        amount?: string;
                        /** Format: date */
                        dueOn?: string;
                        instalments?: {
                            /**
                             * @description 元，至多两位小数 / yuan, at most two decimals
                             * @example 297000.00
                             */
                            amount: string;
                            /** Format: date */
                            dueOn: string;
                        }[];
                        /** @enum {string} */
                        base?: "sales" | "profit" | "net-income" | "received";
                        /**
                         * @description 0%–100%
                         * @example 95%
                         * @example 1/3
                         */
                        rate?: string;
                        years?: number;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "income.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        ordinal: number;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        income: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "payment.record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        ordinal: number;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "equity.value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        value: string;
                        /**
                         * @description 元，至多两位小数 / yuan, at most two decimals
                         * @example 297000.00
                         */
                        postMoney: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        report?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "equity.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                    recorded?: {
                        decidedBy: string;
                        /** Format: date */
                        on: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                    };
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "finding.close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description findings
                         */
                        finding: string;
                        /**
                         * Format: uuid
                         * @description papers
                         */
                        paper?: string;
                        explanation?: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "correction.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        table: string;
                        row: string;
                        field: string;
                        value: string;
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "correction.decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        /**
                         * Format: uuid
                         * @description corrections
                         */
                        correction: string;
                        approve: boolean;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "case.move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description the case it acts on
                     */
                    case: string;
                    input: {
                        reason: string;
                    };
                    /** @description the same key asks the same thing once */
                    key?: string;
                    /** @description the last event seen of the case */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: string;
                        number: string | null;
                        events: {
                            stream: string;
                            seq: number;
                            type: string;
                        }[];
                        findings: string[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                command: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    case?: string;
                    input?: Record<string, never>;
                    recorded?: Record<string, never>;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refusals: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                        warnings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                        findings: {
                            code: string;
                            how: "impossible" | "unmet" | "warning";
                            sentence: string;
                            clauses: {
                                id: string;
                                cite: string;
                            }[];
                            facts: {
                                [key: string]: unknown;
                            };
                            at: (string | number)[];
                        }[];
                        happens: {
                            event: string;
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: string;
                        duties: {
                            id: string;
                            case: string;
                            root: string;
                            procedure: string;
                            title: string;
                            number: string | null;
                            rootTitle: string;
                            duty: string;
                            ownerRole: string | null;
                            dueOn: string | null;
                            provisional: boolean;
                            unblocked: boolean;
                            clauses: string[];
                        }[];
                        findings: {
                            id: string;
                            case: string;
                            code: string;
                            facts: {
                                [key: string]: unknown;
                            };
                            title: string;
                            number: string | null;
                            openedOn: string;
                        }[];
                        recent: {
                            id: string;
                            number: string | null;
                            title: string;
                            procedure: string;
                            state: string;
                            settled: boolean;
                            changedOn: string;
                            waiting: {
                                root: string;
                                case: string;
                                title: string;
                                duty: string | null;
                                command: string | null;
                                moves: boolean;
                                roles: string[];
                                people: string[];
                                yours: boolean;
                                dueOn: string | null;
                                provisional: boolean;
                                clauses: string[];
                            }[];
                        }[];
                        next: {
                            number: string | null;
                            rootTitle: string;
                            root: string;
                            case: string;
                            title: string;
                            duty: string | null;
                            command: string | null;
                            moves: boolean;
                            roles: string[];
                            people: string[];
                            yours: boolean;
                            dueOn: string | null;
                            provisional: boolean;
                            clauses: string[];
                        }[];
                        mayOpen: {
                            command: string;
                            fields: {
                                [key: string]: unknown;
                            };
                        }[];
                        clauses: {
                            [key: string]: string;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    casePage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        root: string;
                        focus: string;
                        today: string;
                        cases: {
                            id: string;
                            procedure: string;
                            number: string | null;
                            title: string;
                            state: string;
                            settled: boolean;
                            withdrawn: boolean;
                            parent_id: string | null;
                            opened_on: string;
                            changed_on: string;
                            seq: number;
                        }[];
                        steps: {
                            id: string;
                            case_id: string;
                            route: string;
                            step: string;
                            title: string;
                            does: string;
                            after: string[];
                            clauses: string[];
                            ordinal: number;
                            child_id: string;
                            state: string;
                            done_on: string | null;
                            attempt: number;
                            required_in: {
                                by: string;
                                tiers: string[];
                                of: {
                                    [key: string]: string;
                                }[];
                            } | null;
                        }[];
                        open: string[];
                        mayDo: {
                            [key: string]: {
                                command: string;
                                act: boolean;
                                record: boolean;
                                refusals: {
                                    code: string;
                                    how: "impossible" | "unmet" | "warning";
                                    sentence: string;
                                    clauses: {
                                        id: string;
                                        cite: string;
                                    }[];
                                    facts: {
                                        [key: string]: unknown;
                                    };
                                    at: (string | number)[];
                                }[];
                                fields: {
                                    [key: string]: unknown;
                                };
                                suggestion: {
                                    [key: string]: unknown;
                                };
                                answers: {
                                    rule: string;
                                    clauses: string[];
                                }[];
                            }[];
                        };
                        waiting: {
                            root: string;
                            case: string;
                            title: string;
                            duty: string | null;
                            command: string | null;
                            moves: boolean;
                            roles: string[];
                            people: string[];
                            yours: boolean;
                            dueOn: string | null;
                            provisional: boolean;
                            clauses: string[];
                        }[];
                        panels: {
                            [key: string]: unknown;
                        };
                        house: {
                            file: boolean;
                            correct: boolean;
                        };
                        people: {
                            id: string;
                            staffNo: string;
                            name: string;
                            unit: string | null;
                        }[];
                        duties: {
                            id: string;
                            case: string;
                            duty: string;
                            ownerRole: string | null;
                            owner: string | null;
                            dueOn: string | null;
                            provisional: boolean;
                            clauses: string[];
                            unblocked: boolean;
                        }[];
                        findings: {
                            id: string;
                            case: string;
                            code: string;
                            sentence: string;
                            clauses: string[];
                            ownerRole: string;
                            openedOn: string;
                            state: string;
                            closedOn: string | null;
                            closedBy: string | null;
                            paper: string | null;
                            explanation: string | null;
                        }[];
                        corrections: {
                            id: string;
                            case: string;
                            table: string;
                            field: string;
                            old: string;
                            new: string;
                            reason: string;
                            askedBy: string;
                            askedOn: string;
                            state: string;
                            decidedBy: string | null;
                            decidedOn: string | null;
                        }[];
                        documents: {
                            id: string;
                            case: string;
                            kind: string;
                            version: number;
                            title: string;
                            state: string;
                            issuedOn: string;
                            rendered: boolean;
                        }[];
                        papers: {
                            id: string;
                            case: string;
                            kind: string;
                            title: string;
                            mediaType: string;
                            size: number;
                            sha256: string;
                            filedAt: string;
                            filedBy: string | null;
                            kept: boolean;
                        }[];
                        entries: {
                            id: string;
                            case: string;
                            on: string;
                            account: string;
                            about: string | null;
                            reverses: string | null;
                            debit: string;
                            credit: string;
                        }[];
                        decisions: {
                            id: string;
                            case: string;
                            seq: number;
                            command: string;
                            on: string;
                        }[];
                        history: {
                            stream: string;
                            seq: number;
                            type: string;
                            on: string;
                            at: string;
                            actor: string | null;
                            decidedBy: string | null;
                            command: string;
                            clauses: string[];
                        }[];
                        clauses: {
                            [key: string]: string;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    texts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: string;
                        short: string;
                        level: string;
                        status: string;
                        issuer: string | null;
                        number: string | null;
                        source: string;
                        from: string;
                        to: string | null;
                        days: string | null;
                        note: string | null;
                        revision: string;
                        clauses: number;
                        adoption: {
                            from: string;
                            to: string | null;
                            basis: string;
                            doubt: string | null;
                        } | null;
                        parties: {
                            party: string;
                            from: string;
                            to: string | null;
                            basis: string;
                        }[];
                        issued: string | null;
                        revisions: {
                            revision: string;
                            from: string;
                            basis: string;
                        }[];
                    }[];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    text: {
        parameters: {
            query?: {
                revision?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: {
                            id: string;
                            title: string;
                            short: string;
                            level: string;
                            status: string;
                            issuer: string | null;
                            number: string | null;
                            source: string;
                            from: string;
                            to: string | null;
                            days: string | null;
                            note: string | null;
                            revision: string;
                            clauses: number;
                            adoption: {
                                from: string;
                                to: string | null;
                                basis: string;
                                doubt: string | null;
                            } | null;
                            parties: {
                                party: string;
                                from: string;
                                to: string | null;
                                basis: string;
                            }[];
                            issued: string | null;
                            revisions: {
                                revision: string;
                                from: string;
                                basis: string;
                            }[];
                        };
                        clauses: {
                            id: string;
                            cite: string;
                            article: string;
                            title: string;
                            force: string;
                            certainty: string;
                            doubt: string | null;
                            sentence: string;
                            answers: {
                                rule: string;
                                force: string;
                                when: {
                                    [key: string]: unknown;
                                };
                                overrides: string[];
                                versions: {
                                    from: string;
                                    to: string | null;
                                    value: unknown;
                                    source: string;
                                    alternatives: {
                                        value: unknown;
                                        because: string;
                                    }[];
                                }[];
                            }[];
                            examples: {
                                name: string;
                                rule: string;
                                on: string;
                            }[];
                            mentions: number;
                        }[];
                        revise: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    clauseCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        what: string;
                        ref: string;
                        case: string;
                        root: string;
                        number: string | null;
                        title: string;
                        at: string;
                    }[];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        case: string;
                        seq: number;
                        command: string;
                        on: string;
                        revisions: {
                            [key: string]: string;
                        };
                        answers: {
                            rule: string;
                            on: string;
                            party: string | null;
                            given: {
                                [key: string]: unknown;
                            };
                            considered: {
                                clause: string;
                                cite: string;
                                title: string;
                                sentence: string;
                                certainty: string;
                                doubt: string | null;
                                because: string;
                                detail: string | null;
                                value: unknown;
                                source: string;
                                force: string;
                                draft: boolean;
                                revision: string;
                            }[];
                        }[];
                        readings: {
                            clause: string;
                            cite: string;
                            rule: string;
                            because: string;
                            value: unknown;
                            differs: boolean;
                            refused: string[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    textHelp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        title: string;
                        today: string;
                        purpose: {
                            clause: string;
                            cite: string;
                            sentence: string;
                            elements: string[];
                            rules: string[];
                        }[];
                        basis: {
                            clause: string;
                            cite: string;
                            title: string;
                            from: string | null;
                            to: string | null;
                            expired: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    comparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: {
                            id: string;
                            title: string;
                            short: string;
                            level: string;
                            status: string;
                        };
                        adopted: boolean;
                        on: string;
                        above: {
                            id: string;
                            title: string;
                            short: string;
                            level: string;
                            status: string;
                        }[];
                        rules: {
                            rule: string;
                            own: {
                                clause: string;
                                cite: string;
                                title: string;
                                sentence: string;
                                force: string;
                                draft: boolean;
                                when: {
                                    [key: string]: unknown;
                                };
                                value: unknown;
                                source: string;
                                by: string | null;
                            }[];
                            above: {
                                clause: string;
                                cite: string;
                                title: string;
                                sentence: string;
                                force: string;
                                draft: boolean;
                                when: {
                                    [key: string]: unknown;
                                };
                                value: unknown;
                                source: string;
                                by: string | null;
                            }[];
                            pairs: {
                                own: number;
                                above: number;
                                relation: string;
                            }[];
                            marks: string[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    textFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: {
                            id: string;
                            title: string;
                            short: string;
                            level: string;
                            status: string;
                        };
                        case: string;
                        last: string | null;
                        files: {
                            file: string;
                            content: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    checkText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    files?: {
                        file: string;
                        content: string;
                    }[];
                    without?: string[];
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faults: {
                            file: string;
                            line: number;
                            column: number;
                            code: string;
                            facts: {
                                [key: string]: unknown;
                            };
                            sentence: string;
                        }[];
                        unchanged: boolean;
                        revision: string;
                        text: {
                            what: string;
                            before: string | null;
                            after: string | null;
                        }[];
                        clauses: {
                            clause: string;
                            cite: string;
                            change: string;
                            title: string;
                            words: {
                                what: string;
                                before: string | null;
                                after: string | null;
                            }[];
                            answers: {
                                rule: string;
                                what: string[];
                                before: {
                                    when: {
                                        [key: string]: unknown;
                                    };
                                    force: string;
                                    overrides: string[];
                                    from: string;
                                    to: string | null;
                                    value: unknown;
                                    source: string;
                                    alternatives: {
                                        value: unknown;
                                        because: string;
                                    }[];
                                } | null;
                                after: {
                                    when: {
                                        [key: string]: unknown;
                                    };
                                    force: string;
                                    overrides: string[];
                                    from: string;
                                    to: string | null;
                                    value: unknown;
                                    source: string;
                                    alternatives: {
                                        value: unknown;
                                        because: string;
                                    }[];
                                } | null;
                            }[];
                        }[];
                        examples: {
                            clause: string;
                            cite: string;
                            name: string;
                            rule: string;
                            before: {
                                clause: string;
                                cite: string;
                                value: unknown;
                            }[];
                            after: {
                                clause: string;
                                cite: string;
                                value: unknown;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publicLaw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        texts: {
                            folder: string;
                            revision: string;
                            files: {
                                file: string;
                                data: unknown;
                            }[];
                        }[];
                        calendar: unknown[];
                        adoptions: {
                            text: string;
                            from: string;
                            to: string | null;
                        }[];
                        revisions: {
                            text: string;
                            from: string;
                            pack: {
                                folder: string;
                                revision: string;
                                files: {
                                    file: string;
                                    data: unknown;
                                }[];
                            };
                        }[];
                    };
                };
            };
            /** @description answered */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    registers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        columns: {
                            key: string;
                            kind: string;
                            filter: boolean | string[];
                        }[];
                    }[];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    register: {
        parameters: {
            query?: {
                q?: string;
                sort?: string;
                page?: number;
                size?: number;
                state?: string;
                id?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            [key: string]: unknown;
                        }[];
                        total: number;
                        page: number;
                        size: number;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    filePaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    kind?: string;
                    title?: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        paper: string;
                        title: string;
                        mediaType: string;
                        sha256: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "image/png": string;
                    "image/jpeg": string;
                    "text/plain": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "video/mp4": string;
                    "audio/mpeg": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                form: "pdf" | "docx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    demonstration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            login: string;
                            name: string;
                            as: string;
                            institution: string;
                        }[];
                        password: string;
                        today: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    forwardClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: number;
                };
            };
        };
        responses: {
            /** @description answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            login: string;
                            name: string;
                            as: string;
                            institution: string;
                        }[];
                        password: string;
                        today: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
