/// A person of a feed, as elements or as text.
struct FeedPerson {
    var name: String?
    var email: String?

    /// `An (an@example.vn)`, or what there is of the two; nil where there is neither.
    var text: String? {
        switch (name, email) {
        case (let name?, let email?): "\(name) (\(email))"
        case (let name?, nil): name
        case (nil, let email?): email
        case (nil, nil): nil
        }
    }
}
