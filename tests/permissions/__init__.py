"""The table of permissions: every route × who asks × own branch, other branch; and its test.

`table.txt` has a line for each route. A line has a method, an endpoint and eight answers: of
somebody signed out, and then of each visitor about the things of her own branch / of the other:

    herself        a learner; the things of her branch are about her: her record, class, paper
    learner        another learner of the same branch, whose grant is that of a learner
    instructor     the instructor of the branch, who wrote its draft and uploaded its films
    administrator  the administrator of the province the branch lies in
    commune        the administrator of the commune itself, whose changes are proposals
    central        the administrator of the country
    inspector      the inspector of the province

The answers are those of HTTP; `in` is being asked to sign in. A line whose requests are the same
for both branches has one answer each. A refusal is 403 or 404: whoever is refused has nothing
written, which is seen in the statements that reach the database. That the things of the other
branch exist is seen by their being given to the centre, or to the same visitor of that branch.
`self` at the end of a line: it concerns none but the account that asks; all other lines that
change something are closed to an inspector.

The own branch stands in Xã Hưng Hà (Hưng Yên), the other in Phường Hạ Long (Quảng Ninh).

To add a route:

1. Add its line to the table, under its domain, with what ought to be answered, and why by reason.
2. Name the things in its address. An argument of a route is looked up in the branch by
   `endpoint.argument`, then `blueprint.argument`, then `argument`: `/people/<int:person_id>` is
   about `branch["person_id"]`, whom the domain's file in `things/` makes; a thing that is missing
   is added there by a function under `@thing("tenure_id")`, or `@thing("people.end.tenure_id")` if
   a route needs one of its own. Makers may name other things of the branch, of any file:
   `branch["herself"]` (an account), `branch.commune`, `branch.other["person_id"]`.
3. Say what a form holds, if the route takes one: `@sends("people.end")` over a function of the
   branch that returns its fields (of a GET: its query), or a `Sent`. It should be a form that is
   good, so that a refusal is one for rights and for nothing else. A second line for the same
   endpoint with another form is `people.end+stranger`, sent by `@sends("people.end", "stranger")`.

Every request has a savepoint of its own, and what it did is undone. A file that is removed stays
removed, so what removes one has a thing of its own.
"""
