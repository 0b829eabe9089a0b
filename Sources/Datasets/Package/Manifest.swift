/// `manifest.json`: every file of an export with its digest, written last. Whoever finds a file that differs has caught
/// an export on its way.
struct Manifest {
    static let name = "manifest.json"

    let program: String
    let files: [DatasetFile]

    var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("program", program)
            json.member("schema_version", DatasetSchema.version)
            json.array("files") { json in
                for file in files {
                    json.object { json in
                        json.member("name", file.name)
                        json.member("rows", file.rows)
                        json.member("bytes", Int(file.size))
                        json.member("sha256", file.digest)
                    }
                }
            }
        }
        return json.text
    }
}
